"""What the secretariat audits with: bundles, keys and their verification. FORMAT.md describes the files."""
