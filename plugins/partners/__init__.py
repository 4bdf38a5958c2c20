"""What partner sites show of a campaign: data for their programs, and a piece of HTML to copy."""
