"""The yearly report: a parliamentary year's figures in words, tables and pictures, beside the year before."""
