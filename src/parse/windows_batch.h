// Commands of Windows' own command prompt, which fences call `cmd`, too.
#pragma once

#include <string_view>

namespace runbookc {

// Whether a line of `text` is one that no shell has and cmd.exe has: `if exist`, `@echo off`,
// `rd /s /q`, `del /s`, `set X=…` with `%X%`, a path `C:\…` as a word. Linear.
bool is_windows_batch(std::string_view text);

}  // namespace runbookc
