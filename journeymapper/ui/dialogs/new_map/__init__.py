"""The New map dialog: templates as pictures, three questions, and a sheet that shows what will come."""
