#include "cli/staging_folder.h"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/file_writer.h"
#include "cli/folder_swap.h"
#include "cli/names_beside.h"

namespace runbookc {
namespace {

constexpr int kAttempts = 16;

bool exists(const std::string& path) {
  std::error_code problem;
  return std::filesystem::exists(path, problem);
}

Error cannot_replace(const FolderSwap& swap, int failure) {
  if (failure == EBUSY || failure == EXDEV) {
    return {fmt::format("cannot replace {}: it is a mount point", swap.target),
            "name a folder inside it with --out"};
  }
  Error error{fmt::format("cannot replace {}: {}", swap.target, system_message(failure)), ""};
  if (swap.replaces && !exists(swap.target)) {
    error.help = fmt::format("the old site is in {}; the next build puts it back", swap.aside);
  }
  return error;
}

// The file systems that cannot flush the names of a folder need not.
bool is_failed_sync(int failure) {
  return failure != 0 && failure != EINVAL && failure != ENOSYS && failure != EOPNOTSUPP;
}

}  // namespace

StagingFolder::StagingFolder(const OutputClaim& claim, std::string path)
    : claim_(claim), path_(std::move(path)) {}

StagingFolder::StagingFolder(StagingFolder&& other) noexcept
    : claim_(other.claim_), path_(std::exchange(other.path_, {})) {}

StagingFolder::~StagingFolder() {
  if (!path_.empty()) claim_.disk().remove_tree(path_);
}

Result<StagingFolder> StagingFolder::create(const OutputClaim& claim) {
  const NamesBeside names(claim.target());
  int failure = EEXIST;
  for (int attempt = 0; failure == EEXIST && attempt < kAttempts; ++attempt) {
    const std::string path = names.new_name();
    failure = claim.disk().make_folder(path);
    if (failure == 0) return StagingFolder(claim, path);
  }
  return Error{
      fmt::format("cannot create a folder in {}: {}", names.parent(), system_message(failure)),
      "the site is made beside its folder, then swapped in; --out names another"};
}

Status StagingFolder::publish() {
  OutputDisk& disk = claim_.disk();
  const NamesBeside names(claim_.target());
  const FolderSwap swap{.fresh = path_,
                        .target = claim_.target(),
                        .aside = names.old_site(),
                        .replaces = exists(claim_.target())};
  int failure = disk.sync_file_system(path_);
  if (failure != 0) {
    return Error{fmt::format("cannot write {}: {}", swap.target, system_message(failure)), ""};
  }
  if (swap.replaces) disk.copy_permissions(swap.target, path_);  // for the web server's account
  failure = swap_folders(disk, swap);
  if (failure != 0) return cannot_replace(swap, failure);
  failure = disk.sync_names(names.parent());
  if (!is_failed_sync(failure)) return Done{};
  Error error = cannot_replace(swap, failure);
  if (swap_back(disk, swap) != 0) error.help = "the new site is in its place all the same";
  return error;
}

}  // namespace runbookc
