// Runs independent items of work on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace runbookc {

// Calls `work(i)` once for every i in [0, count), on up to `threads` threads (the calling one
// included; 0 means one per hardware thread), and returns when all are done. Items are handed out
// in order, in small batches. `work` must only write to what item i owns: then results do not
// depend on the number of threads. What it throws (want of memory) is thrown here, once all threads
// are done; items that had not begun are left out then.
void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& work);

// The number of threads that `requested` means (0: as many as the machine has), at least 1.
unsigned thread_count(unsigned requested);

}  // namespace runbookc
