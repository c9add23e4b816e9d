#include "parse/windows_batch.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("what only cmd.exe has makes a batch") {
  const std::string text =
      GENERATE("if exist C:\\f (echo yes)", "@echo off\ndir", "rd /s /q C:\\data", "DEL /S /Q x",
               "echo %PATH%", "type C:\\logs\\a.log", "cd x\ncopy /y a b", "C:\\> rd /s x");
  CAPTURE(text);
  CHECK(is_windows_batch(text));
}

TEST_CASE("what a shell has, too, makes none") {
  const std::string text =
      GENERATE("ls -l", "date +%Y-%m-%d", "printf '%s%d' a b", "C:\\Users\\me> kubectl get pods",
               "ssh h 'dir D:'", "copy a b", "rem", "");
  CAPTURE(text);
  CHECK_FALSE(is_windows_batch(text));
}
