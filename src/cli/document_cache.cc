#include "cli/document_cache.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/stage_clock.h"
#include "base/work_pool.h"
#include "cli/cache_folder.h"
#include "model/outline.h"
#include "model/serialise.h"

namespace runbookc {
namespace {

// A project has two packs: the main one, and beside it a small one with what changed since that was
// written, so that an edit does not cost a copy of everything.
constexpr std::string_view kMainEnding = ".pack";
constexpr std::string_view kRecentEnding = ".recent.pack";
constexpr std::size_t kLeastRecent = 64;  // documents; more than that, and one in 32 of all, make
constexpr std::size_t kRecentShare = 32;  // a new main pack
constexpr std::uint64_t kSmall = std::uint64_t{64} * 1024;  // bytes that are not worth a new pack
constexpr std::size_t kBatch = 256;  // documents that are serialised at a time

// What a document is in a pack.
struct Stored {
  std::string outline;
  std::string body;
};

DocumentStore::Place place_of(const DocumentStore& store, const Document& outline) {
  return store.find(outline.path, outline.source_hash);
}

// Nothing in the cache is a digest of a secret.
bool is_keepable(const Corpus& corpus, std::size_t i) {
  return !corpus.documents.outline(i).hides_secrets;
}

Stored serialised(const Document& document) {
  return {serialise(outline_of(document)), serialise(document)};
}

// As it is in the store; else made.
Stored bytes_of(const Corpus& corpus, const DocumentStore* store, std::size_t i) {
  const Document& outline = corpus.documents.outline(i);
  if (corpus.documents.is_stored(i)) {
    const DocumentStore::Place place = place_of(*store, outline);
    auto outline_bytes = place.pack->outline_bytes(*place.entry);
    auto body_bytes = place.pack->body_bytes(*place.entry);
    if (outline_bytes && body_bytes) {
      return {*std::move(outline_bytes), *std::move(body_bytes)};
    }
  }
  return serialised(corpus.documents[i]);
}

}  // namespace

struct DocumentCache::Plan {
  std::vector<std::size_t> documents;  // to write, into the main pack or the recent one
  bool into_main = false;
};

DocumentCache::DocumentCache(CachePlace place, unsigned threads)
    : place_(std::move(place)), threads_(threads) {
  if (place_.folder.empty()) return;
  const StageScope stage(Stage::cache);
  const CacheFolder files(place_.folder, place_.project, false);
  if (!files.is_open()) return;
  std::vector<DocumentPack> packs;
  bool has_main = false;
  for (const std::string_view ending : {kRecentEnding, kMainEnding}) {
    auto bytes = files.open_file(place_.name + std::string(ending));
    auto pack = bytes ? DocumentPack::open(std::move(bytes), place_.identity) : std::nullopt;
    if (!pack) continue;
    packs.push_back(*std::move(pack));
    has_main = ending == kMainEnding;
    files.touch_file(place_.name + std::string(ending));
  }
  if (packs.empty()) return;
  store_ = std::make_shared<const DocumentStore>(std::move(packs));
  main_ = has_main ? &store_->packs().back() : nullptr;
}

// Whether the store holds the documents of the corpus and no others, as after most runs: then
// nobody need look for each of them.
bool DocumentCache::is_up_to_date(const Corpus& corpus) const {
  if (!store_) return false;
  std::size_t entries = 0;
  for (const DocumentPack& pack : store_->packs()) entries += pack.entries().size();
  std::size_t stored = 0;
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
    if (corpus.documents.is_stored(i)) ++stored;
  }
  return entries == stored && stored == corpus.documents.size();
}

DocumentCache::Plan DocumentCache::plan_for(const Corpus& corpus) const {
  if (is_up_to_date(corpus)) return {};
  std::vector<std::size_t> all;
  std::vector<std::size_t> recent;  // what the main pack lacks
  std::uint64_t live = 0;           // bytes of the main pack
  bool has_new = false;
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
    const bool stored = corpus.documents.is_stored(i);
    if (!stored && !is_keepable(corpus, i)) continue;
    all.push_back(i);
    const DocumentStore::Place place =
        stored ? place_of(*store_, corpus.documents.outline(i)) : DocumentStore::Place{};
    has_new = has_new || !stored;
    if (stored && place.pack == main_) {
      live += place.entry->body.size + place.entry->outline.size;
    } else {
      recent.push_back(i);
    }
  }
  const bool is_wasteful = main_ != nullptr && main_->size() / 2 > live + kSmall;
  if (!has_new && !is_wasteful) return {};
  if (main_ == nullptr || is_wasteful ||
      recent.size() > std::max(kLeastRecent, all.size() / kRecentShare)) {
    return {.documents = std::move(all), .into_main = true};
  }
  return {.documents = std::move(recent), .into_main = false};
}

bool DocumentCache::write(const Corpus& corpus, const Plan& plan, const PackSink& sink) const {
  PackWriter writer(sink, place_.identity);
  for (std::size_t begin = 0; begin < plan.documents.size(); begin += kBatch) {
    std::vector<Stored> batch(std::min(kBatch, plan.documents.size() - begin));
    for_each_index(batch.size(), threads_, [&](std::size_t i) {
      batch[i] = bytes_of(corpus, store_.get(), plan.documents[begin + i]);
    });
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const Document& outline = corpus.documents.outline(plan.documents[begin + i]);
      writer.add(outline.path, outline.source_hash, batch[i].outline, batch[i].body);
    }
  }
  return writer.finish();
}

void DocumentCache::save(const Corpus& corpus) const {
  if (place_.folder.empty()) return;
  const StageScope stage(Stage::cache);
  const Plan plan = plan_for(corpus);
  if (plan.documents.empty()) return;
  const CacheFolder folder(place_.folder, place_.project, true);
  if (!folder.is_open()) return;
  const std::string_view ending = plan.into_main ? kMainEnding : kRecentEnding;
  const bool written =
      folder.replace_file(place_.name + std::string(ending),
                          [&](const PackSink& sink) { return write(corpus, plan, sink); });
  if (!written || !plan.into_main) return;
  folder.remove_file(place_.name + std::string(kRecentEnding));
  folder.remove_unused();
}

}  // namespace runbookc
