"""Runs submissions in processes of their own and carries questions and answers across."""
