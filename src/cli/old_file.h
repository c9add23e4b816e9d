// A file of the site that is replaced, while the new one of its path is made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/output_disk.h"

namespace runbookc {

// Open for reading; never written to, not even by its new name.
class OldFile {
 public:
  OldFile() = default;  // there is none: no bytes are alike
  OldFile(OutputDisk& disk, int descriptor, std::uint64_t size);
  OldFile(OldFile&& other) noexcept;
  OldFile& operator=(OldFile&& other) noexcept;
  ~OldFile();

  bool exists() const { return disk_ != nullptr; }
  std::uint64_t size() const { return size_; }
  // Whether its bytes go on with `piece`, that is all behind those that were alike. After a no,
  // or a disk that does not tell, nothing may be asked but `copy_alike`.
  bool goes_on_with(std::string_view piece);
  // Whether all of it was alike.
  bool ends() const { return exists() && alike_ == size_; }
  // Gives the file another name. errno, or 0.
  int link_to(const std::string& path);
  // Writes the bytes that were alike. errno, or 0.
  int copy_alike(int descriptor);

 private:
  OutputDisk* disk_ = nullptr;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::uint64_t alike_ = 0;  // bytes from the start
};

}  // namespace runbookc
