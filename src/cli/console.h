// Where words go: results to standard output, notices, progress and errors to standard error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace runbookc {

enum class ColorChoice : std::uint8_t { automatic, always, never };

// What the environment says about colour (https://no-color.org, https://bixense.com/clicolors).
struct ColorEnvironment {
  bool no_color = false;        // NO_COLOR is set and not empty
  bool clicolor_force = false;  // CLICOLOR_FORCE is set, not empty and not 0
  bool dumb_terminal = false;   // TERM is "dumb"
};
bool use_color(ColorChoice choice, const ColorEnvironment& environment, bool is_terminal);

// Not thread-safe: the main thread owns it.
class Console {
 public:
  // Makes sure that descriptors 0 to 2 are open, so that no file of ours can be taken for one.
  Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void configure(ColorChoice color, bool quiet);

  // Results. A reader that went away is no failure; the rest is dropped.
  void print(std::string_view bytes);
  // A notice; --quiet leaves it out.
  void note(std::string_view message);
  // "error: message" and "  help: …"; safe for terminals.
  void report(const Error& error);
  void write_error(std::string_view bytes);

  // Whether all results were taken: an Error names the reason (a full disk).
  Status finish();

  bool color() const { return color_; }  // on standard output
  bool quiet() const { return quiet_; }
  static bool prints_to_terminal();  // standard output is a terminal
  bool shows_progress() const;       // standard error is a terminal, and not quiet

 private:
  void flush();

  std::string buffer_;
  int failure_ = 0;  // errno of the write that failed
  bool closed_ = false;
  bool color_ = false;
  bool error_color_ = false;
  bool quiet_ = false;
};

}  // namespace runbookc
