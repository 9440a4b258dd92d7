"""What the secretariat audits with: bundles, keys and their verification. `bundle/FORMAT.md` describes the files."""
