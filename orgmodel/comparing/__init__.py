"""From two organisations, or an organisation and plans, to a comparison: audits, consequences, and what rules say."""
