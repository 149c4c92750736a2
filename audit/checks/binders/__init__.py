"""What the account does not bind yet: forces and their losses, wars since their first day, shares of a population."""
