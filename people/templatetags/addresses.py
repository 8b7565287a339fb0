"""`{% address 'objectives:objective' objective.pk %}`: a page of the organisation in force."""

from django import template

from people.addresses import address

register = template.Library()
register.simple_tag(address, name="address")
