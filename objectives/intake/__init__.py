"""Objectives, links and expectations from spreadsheets."""
