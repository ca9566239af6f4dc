"""What leaves and enters: PDF, PNG, Mermaid."""
