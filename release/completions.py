"""Completions for bash, zsh and fish.

Words that are not values of options are what the command takes: files or folders. Flags, and words
that are offered as values, have no blanks and no signs of a shell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from release.command import Value

if TYPE_CHECKING:
    from release.command import Command, Option

_BASH = """\
# Completion of {name} for bash.
_{function}() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} option=${{COMP_WORDS[COMP_CWORD-1]}} words
    if [[ " ${{COMP_WORDS[*]:0:COMP_CWORD}} " == *" -- "* ]]; then
        return
    fi
    # Bash separates words at "=" as well.
    if [[ $word == "=" ]]; then
        word=
    elif [[ $option == "=" ]]; then
        option=${{COMP_WORDS[COMP_CWORD-2]}}
    fi
    case $option in
{cases}
        *) [[ $word == -* ]] && words="{flags}" ;;
    esac
    # Without words, readline completes {kind}.
    [[ -z $words ]] || COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o {rest} -F _{function} {name}
"""
_BASH_REST: dict[Value | tuple[str, ...], tuple[str, str]] = {
    Value.FILE: ("files", "default"),
    Value.FOLDER: ("folders", "dirnames"),
}
_BASH_VALUES = {
    Value.FILE: "return",
    Value.FOLDER: "compopt +o {rest} -o plusdirs 2>/dev/null; return",
    Value.NOTHING: "compopt +o {rest} 2>/dev/null; return",
}
_ZSH = """\
#compdef {name}
# Completion of {name} for zsh.
_arguments -s -S \\
{specs}
    '*:{metavar}:{action}'
"""
_ZSH_VALUES: dict[Value | tuple[str, ...], str] = {
    Value.FILE: "_files",
    Value.FOLDER: "_path_files -/",
    Value.NOTHING: " ",
}
_FISH_VALUES = {
    Value.FILE: "-r -F",
    Value.FOLDER: "-x -a '(__fish_complete_directories)'",
    Value.NOTHING: "-x",
}


def bash(command: Command) -> str:
    """Return the completion for bash 4 or newer; older ones offer files where nothing fits."""
    kind, rest = _BASH_REST[command.argument.value]
    flags_of: dict[str, list[str]] = {}
    for option in command.options:
        if option.metavar:
            flags_of.setdefault(_bash_value(option.value, rest), []).extend(option.flags)
    cases = [f"        {'|'.join(flags)}) {value} ;;" for value, flags in flags_of.items()]
    flags = [flag for option in command.options for flag in option.flags]
    return _BASH.format(
        name=command.name,
        kind=kind,
        rest=rest,
        function=command.name.replace("-", "_"),
        cases="\n".join(cases),
        flags=" ".join(flags),
    )


def _bash_value(value: tuple[str, ...] | Value, rest: str) -> str:
    if isinstance(value, Value):
        return _BASH_VALUES[value].format(rest=rest)
    return f'words="{" ".join(value)}"'


def zsh(command: Command) -> str:
    """Return the completion for zsh, a function to be loaded from a folder of its ``fpath``."""
    specs = [f"    {_zsh_spec(option)} \\" for option in command.options]
    argument = command.argument
    return _ZSH.format(
        name=command.name,
        specs="\n".join(specs),
        metavar=argument.metavar,
        action=_ZSH_VALUES[argument.value],
    )


def _zsh_spec(option: Option) -> str:
    is_last = "--help" in option.flags or "--version" in option.flags
    others = "- *" if is_last else " ".join(option.flags)
    flags = [_zsh_flag(flag, option) for flag in option.flags]
    written = f"{{{','.join(flags)}}}" if len(flags) > 1 else flags[0]
    help_ = option.short_help.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    value = ""
    if option.metavar:
        words = option.value
        action = _ZSH_VALUES[words] if isinstance(words, Value) else f"({' '.join(words)})"
        metavar = option.metavar.replace(":", "\\:")
        value = f":{metavar}:{action}"
    return f"{_quoted(f'({others})')}{written}{_quoted(f'[{help_}]{value}')}"


def _zsh_flag(flag: str, option: Option) -> str:
    if option.metavar is None:
        return flag
    return f"{flag}=" if flag.startswith("--") else f"{flag}+"


def fish(command: Command) -> str:
    """Return the completion for fish."""
    lines = [f"# Completion of {command.name} for fish."]
    if command.argument.value is Value.FOLDER:
        lines.append(f"complete -c {command.name} -f -a '(__fish_complete_directories)'")
    for option in command.options:
        flags = [
            f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags
        ]
        value = [_fish_value(option.value)] if option.metavar else []
        help_ = ["-d", _quoted(option.short_help, inside="\\'")]
        lines.append(" ".join(["complete", "-c", command.name, *flags, *value, *help_]))
    return "\n".join(lines) + "\n"


def _fish_value(value: tuple[str, ...] | Value) -> str:
    return _FISH_VALUES[value] if isinstance(value, Value) else f"-x -a '{' '.join(value)}'"


def _quoted(text: str, inside: str = "'\\''") -> str:
    """Quote for a shell; `inside` is how it writes a quotation mark within quotation marks."""
    return "'" + text.replace("'", inside) + "'"
