"""One family of question types a file; each writer turns a fact told in pieces into a question, or into nothing."""
