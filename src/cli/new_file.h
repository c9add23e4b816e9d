// A file of the site that is being written.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/output_disk.h"

namespace runbookc {

// Takes its bytes in pieces, and none after a failure. What was written until then stays: it goes
// with the folder of the site that did not come to be.
class NewFile {
 public:
  NewFile(OutputDisk& disk, std::string path);  // what exists there is a failure, and stays
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void add(std::string_view piece);
  // Closes it. Any failure until now, a full disk included, is an Error that names the path.
  Status finish();

 private:
  OutputDisk& disk_;
  std::string path_;
  int descriptor_ = -1;
  int failure_ = 0;  // errno, or 0
};

Status write_new_file(OutputDisk& disk, const std::string& path, std::string_view bytes);

}  // namespace runbookc
