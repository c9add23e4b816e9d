// A tree of files with other bytes at some of its paths: an editor's unsaved buffer, or documents
// as they would be after fixes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace runbookc {

using FileBytes = std::map<std::string, std::string, std::less<>>;  // by path

class OverlayFiles final : public Files {
 public:
  // `below` must outlive this. A path of `bytes` need not exist in it, nor
  // its folder.
  OverlayFiles(const Files& below, FileBytes bytes) : below_(below), bytes_(std::move(bytes)) {}

  ReadOutcome read(std::string_view path, std::uint64_t limit) const override;
  Result<std::vector<FolderEntry>> list(std::string_view folder) const override;
  FileKind kind(std::string_view path) const override;
  // Nothing for what lies on top.
  std::optional<FileStamp> stamp(std::string_view path) const override;

 private:
  std::vector<FolderEntry> entries_above(std::string_view folder) const;
  bool is_new_folder(std::string_view path) const;

  const Files& below_;
  FileBytes bytes_;
};

}  // namespace runbookc
