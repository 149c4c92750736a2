"""The commands of the shell, one file each; none knows anything of its own."""
