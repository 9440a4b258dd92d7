"""The registry's file: bundles taken in, what each amounts to, which of them count, and what was refused."""
