#include "cli/folder_swap.h"

#include <cerrno>

namespace runbookc {
namespace {

// Whether the file system knows plain renames only.
bool is_unknown(int failure) { return failure == EINVAL || failure == ENOSYS; }

int move_in(OutputDisk& disk, const FolderSwap& swap) {
  const int failure = disk.rename(swap.fresh, swap.target, RenameMode::free_name);
  if (!is_unknown(failure)) return failure;
  return disk.rename(swap.fresh, swap.target, RenameMode::plain);
}

int swap_in_turn(OutputDisk& disk, const FolderSwap& swap) {
  const int moved = disk.rename(swap.target, swap.aside, RenameMode::plain);
  if (moved != 0) return moved;
  const int failure = disk.rename(swap.fresh, swap.target, RenameMode::plain);
  disk.rename(swap.aside, failure == 0 ? swap.fresh : swap.target, RenameMode::plain);
  return failure;
}

}  // namespace

int swap_folders(OutputDisk& disk, const FolderSwap& swap) {
  if (!swap.replaces) return move_in(disk, swap);
  const int failure = disk.rename(swap.fresh, swap.target, RenameMode::exchange);
  return is_unknown(failure) ? swap_in_turn(disk, swap) : failure;
}

int swap_back(OutputDisk& disk, const FolderSwap& swap) {
  if (swap.replaces) return swap_folders(disk, swap);
  return disk.rename(swap.target, swap.fresh, RenameMode::plain);
}

}  // namespace runbookc
