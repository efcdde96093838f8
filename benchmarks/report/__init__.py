"""From stored rows to tables, plots and pages."""
