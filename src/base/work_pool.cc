#include "base/work_pool.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

#include "base/stage_clock.h"

namespace runbookc {
namespace {

// Small enough to share the last items fairly, large enough that the counter is not contended.
std::size_t batch_size(std::size_t count, unsigned threads) {
  return std::clamp<std::size_t>(count / (std::size_t{threads} * 16), 1, 64);
}

}  // namespace

unsigned thread_count(unsigned requested) {
  if (requested != 0) return requested;
  return std::max(1U, std::thread::hardware_concurrency());
}

void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& work) {
  const auto workers = static_cast<unsigned>(std::min<std::size_t>(thread_count(threads), count));
  const std::size_t batch = batch_size(count, std::max(1U, workers));
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(std::max(1U, workers));
  const auto run = [&](unsigned worker) {
    try {
      for (std::size_t begin = next.fetch_add(batch); begin < count;
           begin = next.fetch_add(batch)) {
        const std::size_t end = std::min(begin + batch, count);
        for (std::size_t i = begin; i < end; ++i) work(i);
      }
    } catch (...) {
      next = count;  // the others need not go on
      failures[worker] = std::current_exception();
    }
  };
  const StageScope* const stage = StageScope::innermost();
  const auto help = [&](unsigned worker) {
    const StageScope scope(stage);
    run(worker);
  };
  std::vector<std::jthread> helpers;
  try {
    for (unsigned i = 1; i < workers; ++i) helpers.emplace_back(help, i);
  } catch (const std::system_error&) {
    // No more threads to be had: the ones that run share the work.
    helpers.shrink_to_fit();
  }
  run(0);
  helpers.clear();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace runbookc
