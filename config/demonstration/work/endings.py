"""What people wrote when they declined, ended, closed or asked back."""

SHEET = """
@ declined
- We share the aim, but our measure counts only what happens on our own wards.
- Our team cannot see how this would move our figure; let us talk in the next cycle.
- We already count this under your own directorate, and counting twice helps nobody.
- We have no people free to work on this with you until the new rota is in.
- The measure is about a different group of patients from ours.
- We would rather that you link to the board's own objective, which fits better.
- Kind thought, but this is finished on our side and closes in June.
- We agreed a narrower aim than the one that you describe.
@ ended
- The pilot that joined the two came to an end.
- The team moved to another directorate and serves its objectives now.
- The objective above was withdrawn.
- Both sides agreed that the link had done its work.
@ stale
- The parent's target was changed after a review in public.
- The date above moved by a quarter.
- The measure above was reworded and agreed again.
- Our own target changed when the new beds opened.
@ withdrawn
- Two services merged, and the objective went to the other one.
- The money was not found, and we would rather say so than pretend.
- We found that another team was already doing it better.
- The measure could not be counted, and we had no honest way to show progress.
- Staff told us that it was the wrong problem.
- It became part of everyday work and needs no objective.
- The national programme behind it was stopped.
@ achieved
- We got there in the autumn, and the figure has held for three months.
- Reached early; the team wrote down how, so that others can try it.
- Done, and the ward next door has taken it up.
- Reached. What helped most was letting the night staff redesign it.
- Reached, and harder than we thought: the last tenth took half of the time.
@ partly
- Two thirds of the way. Weekends are where it still fails.
- Better on most days; we learned that the target was set before we lost two colleagues.
- Half done. We mended the part in our hands, and the rest needs the record.
- Good by day and not by night, and we now know why.
@ not_achieved
- No change. We measured it well and tried the wrong thing.
- Worse over the winter; we stopped at Christmas to look after people.
- The money for the post came nine months late.
- It needed another team, and we had not asked them.
@ asks
- Could the target be nearer to what the best ward here already does?
- We agree with the aim. The date falls in the school holidays; can it be a month later?
- Please say how this helps patients at night as well as by day.
- The measure counts visits. Could it count people instead?
- Happy with this if the directorate can find the two hours a week it needs.
- The starting figure looks too kind; the audit says otherwise.
"""
