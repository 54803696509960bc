# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures, films and documents of the demo cases."""
