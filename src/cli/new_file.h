// A file of the site that is being written.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/old_file.h"
#include "cli/output_disk.h"

namespace runbookc {

// Takes its bytes in pieces, and none after a failure. What was written until then stays: it goes
// with the folder of the site that did not come to be. It is a second name of `old` if the bytes
// are alike to the end, so that what did not change keeps its time and its inode; where the disk
// does not give one, it is written.
class NewFile {
 public:
  NewFile(OutputDisk& disk, std::string path, OldFile old);  // what exists there stays: a failure
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void add(std::string_view piece);
  // Closes it. Any failure until now, a full disk included, is an Error that names the path.
  Status finish();

 private:
  void begin();

  OutputDisk& disk_;
  std::string path_;
  OldFile old_;  // as long as nothing is written
  int descriptor_ = -1;
  int failure_ = 0;  // errno, or 0
};

Status write_new_file(OutputDisk& disk, const std::string& path, std::string_view bytes,
                      OldFile old);

}  // namespace runbookc
