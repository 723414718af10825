"""Sound as numbers: silence between clips, WAV files, and the way to the loudspeaker."""
