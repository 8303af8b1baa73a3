"""ICU for a wheel: the system's libraries, with the part of their data that the core asks for.

The data of all languages and calendars weighs 30 MB. Properties, case and UTF-8 are in ICU's code;
what is left are the dictionaries of scripts without spaces and compatibility folding.
"""

import ctypes
import re
import shutil
import subprocess
from pathlib import Path

# The break rules come together, for root.res names them all. Without ja.res, which lists endings of
# Japanese, ICU splits neither Japanese nor Chinese.
KEPT = re.compile(
    r"brkitr/(root|res_index|ja)\.res|brkitr/(char|line\w*|sent|title|word)\.brk"
    r"|brkitr/\w+dict\.dict|nfkc(_cf)?\.nrm|ulayout\.icu"
)
# The linker makes the file a library; ICU finds its data by this symbol.
SOURCE = """
    .globl {symbol}
    .section .rodata
    .balign 16
    .type {symbol}, @object
{symbol}:
    .incbin "{data}"
    .size {symbol}, . - {symbol}
    .section .note.GNU-stack, "", @progbits
"""


class NoIcuError(Exception):
    """ICU's libraries or tools are not as they must be; the message says what is missing."""


def filtered_library(extension: Path, folder: Path) -> Path:
    """Make a libicudata with only what is kept, for the ICU that an extension is linked with."""
    name, path = data_library(extension)
    version = name.rpartition(".")[2]
    folder.mkdir(parents=True, exist_ok=True)
    # ICU checks this name inside the data.
    whole = folder / "whole" / f"icudt{version}l.dat"
    small = folder / "small" / whole.name
    whole.parent.mkdir(exist_ok=True)
    small.parent.mkdir(exist_ok=True)
    symbol = f"icudt{version}_dat"
    whole.write_bytes(data_of(path, symbol))
    remove_items(whole, small)
    library = folder / name
    source = folder / "data.S"
    source.write_text(SOURCE.format(symbol=symbol, data=small), encoding="utf-8")
    run("gcc", "-shared", "-nostdlib", f"-Wl,-soname,{name}", source, "-o", library)
    return library


def data_library(extension: Path) -> tuple[str, Path]:
    """Return the name of the libicudata that an extension loads, and its file."""
    for line in run("ldd", extension).splitlines():
        match = re.match(r"\s*(libicudata\.so\.\d+) => (/\S+)", line)
        if match:
            return match[1], Path(match[2])
    message = f"{extension.name} is not linked with the system's ICU: no libicudata in `ldd`"
    raise NoIcuError(message)


def data_of(library: Path, symbol: str) -> bytes:
    """Return the data that lies in a library under a symbol."""
    for line in run("nm", "-D", "-S", library).splitlines():
        fields = line.split()
        if fields[-1] == symbol and len(fields) == 4:
            place = ctypes.c_char.in_dll(ctypes.CDLL(str(library)), symbol)
            return ctypes.string_at(ctypes.addressof(place), int(fields[1], 16))
    message = f"{library} has no data under {symbol}"
    raise NoIcuError(message)


def remove_items(whole: Path, small: Path) -> None:
    """Write the data again without the items that are not kept."""
    tool = shutil.which("icupkg") or shutil.which("icupkg", path="/usr/sbin")
    if tool is None:
        message = "icupkg is missing: apt-get install icu-devtools"
        raise NoIcuError(message)
    items = run(tool, "-l", whole).split()
    unwanted = whole.parent / "unwanted.txt"
    unwanted.write_text("\n".join(i for i in items if not KEPT.fullmatch(i)), encoding="utf-8")
    run(tool, "-r", unwanted, whole, small)


def licence(library: Path) -> str:
    """Return the licence of the ICU package that a library came with."""
    package = run("dpkg-query", "--search", str(library.resolve())).partition(":")[0]
    return (Path("/usr/share/doc") / package / "copyright").read_text(encoding="utf-8")


def run(*command: str | Path) -> str:
    """Return what a command prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        message = f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}"
        raise NoIcuError(message)
    return done.stdout
