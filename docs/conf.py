"""How the documentation is built: ``sphinx-build -W docs docs/_build/html``."""

from __future__ import annotations

import sys
from pathlib import Path

import a11ynews

sys.path.append(str(Path(__file__).parent / "_extensions"))

project = "a11ynews"
author = "the a11ynews developers"
project_copyright = "Apache-2.0"
release = version = a11ynews.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode", "facts"]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
napoleon_numpy_docstring = False
napoleon_custom_sections = [("Source", "notes_style")]

html_theme = "furo"
html_title = f"a11ynews {release}"
html_copy_source = False
html_show_sourcelink = False
# High-contrast code colours: the defaults have comments below 4.5:1 (WCAG 1.4.3).
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
