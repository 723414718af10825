"""Languages as sound files name them: three letters of ISO 639-2."""

from __future__ import annotations

__all__ = ["three_letters"]

_CODES = (
    "aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bibis bmbam bnben "
    "bobod brbre bsbos cacat ceche chcha cocos crcre csces cuchu cvchv cycym dadan dedeu dvdiv dzdzo eeewe elell "
    "eneng eoepo esspa etest eueus fafas ffful fifin fjfij fofao frfra fyfry gagle gdgla glglg gngrn guguj gvglv "
    "hahau heheb hihin hohmo hrhrv hthat huhun hyhye hzher iaina idind ieile igibo iiiii ikipk ioido isisl itita "
    "iuiku jajpn jvjav kakat kgkon kikik kjkua kkkaz klkal kmkhm knkan kokor krkau kskas kukur kvkom kwcor kykir "
    "lalat lbltz lglug lilim lnlin lolao ltlit lulub lvlav mgmlg mhmah mimri mkmkd mlmal mnmon mrmar msmsa mtmlt "
    "mymya nanau nbnob ndnde nenep ngndo nlnld nnnno nonor nrnbl nvnav nynya ococi ojoji omorm orori ososs papan "
    "pipli plpol pspus ptpor quque rmroh rnrun roron rurus rwkin sasan scsrd sdsnd sesme sgsag sisin skslk "
    "slslv smsmo snsna sosom sqsqi srsrp ssssw stsot susun svswe swswa tatam tetel tgtgk ththa titir tktuk tltgl "
    "tntsn toton trtur tstso tttat twtwi tytah uguig ukukr ururd uzuzb veven vivie vovol wawln wowol xhxho yiyid "
    "yoyor zazha zhzho zuzul"
)
"""Two letters of ISO 639-1, then three of ISO 639-2/T, as MP4 and ID3 ask for."""

_BY_TWO = {code[:2]: code[2:] for code in _CODES.split()}
_UNDETERMINED = "und"
_TWO, _THREE = 2, 3


def three_letters(tag: str) -> str:
    """Return the ISO 639-2 code of a language.

    Args:
        tag: BCP 47 tag; only its first part counts.

    Returns:
        Three letters; ``und`` (undetermined) for what is no language's tag.

    Example:
        >>> three_letters("en-GB"), three_letters("fil"), three_letters("")
        ('eng', 'fil', 'und')
    """
    first = tag.replace("_", "-").partition("-")[0].lower()
    if len(first) == _TWO:
        return _BY_TWO.get(first, _UNDETERMINED)
    return first if len(first) == _THREE and first.isascii() and first.isalpha() else _UNDETERMINED
