// What every command is given: the common options, read and checked, and the console.
#pragma once

#include <string>

#include "base/date.h"

namespace runbookc {

class Console;
class FileObserver;

struct Session {
  Console& console;
  std::string config_file;  // --config, "" if not given; relative to the working directory
  // Absolute: where the user is, whatever -C says; "" if that folder is gone.
  std::string started_in;
  Date today;
  bool today_is_fixed = false;  // by --today or SOURCE_DATE_EPOCH, not read from the clock
  unsigned threads = 0;         // 0: one for each hardware thread
  bool quiet = false;
  bool verbose = false;
  FileObserver* observer = nullptr;  // of the work on files; may be null
  std::string cache_folder = {};     // absolute; "": nothing is kept from run to run
};

}  // namespace runbookc
