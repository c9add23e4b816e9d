#include "cli/output_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <optional>
#include <set>
#include <system_error>

#include "base/digest.h"
#include "base/path.h"
#include "base/stage_clock.h"
#include "base/work_pool.h"
#include "cli/file_writer.h"
#include "cli/manifest.h"
#include "cli/new_file.h"
#include "cli/old_site.h"
#include "cli/staging_folder.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

Status create_folders(OutputDisk& disk, const std::string& root,
                      const std::vector<PlannedArtifact>& artifacts) {
  std::set<std::string> folders;
  for (const PlannedArtifact& artifact : artifacts) {
    assert(resolve_path("", artifact.path) == artifact.path);
    for (auto up = parent_path(artifact.path); !up.empty(); up = parent_path(up)) {
      if (!folders.emplace(up).second) break;
    }
  }
  for (const std::string& folder : folders) {  // sorted: a folder comes before what is in it
    const std::string path = join_path(root, folder);
    const int failure = disk.make_folder(path);
    if (failure != 0) {
      return Error{fmt::format("cannot create {}: {}", path, system_message(failure)), ""};
    }
  }
  return Done{};
}

std::string why_unreadable(const ReadOutcome& outcome) {
  switch (outcome.failure) {
    case ReadFailure::too_large:
      return fmt::format("it is larger than {} MB", kCopyLimit / (1024ULL * 1024));
    case ReadFailure::missing:
      return "it is gone";
    case ReadFailure::permission:
      return "no permission to read it";
    default:
      return "it is not a readable file";
  }
}

// What became of one artifact.
struct Outcome {
  ManifestEntry entry;
  std::string left_out;  // the reason why it is not in the site
  std::optional<Error> error;
};

// Writes artifacts, each on its own, from any thread.
class ArtifactWriter {
 public:
  ArtifactWriter(OutputDisk& disk, const std::string& root, const OldSite& old,
                 const Files& project, FileObserver* observer)
      : disk_(disk), root_(root), old_(old), project_(project), observer_(observer) {}

  Outcome write(const PlannedArtifact& artifact) const {
    const FileScope scope(artifact.of_one_file ? observer_ : nullptr, FileTask::render,
                          artifact.path);
    return artifact.stream ? write_pieces(artifact) : write_whole(artifact);
  }

 private:
  Outcome write_pieces(const PlannedArtifact& artifact) const {
    Outcome outcome;
    Sha256 digest;
    std::uint64_t size = 0;
    NewFile file(disk_, join_path(root_, artifact.path), old_.find(artifact.path));
    {
      const StageScope making(Stage::data);
      artifact.stream([&](std::string_view piece) {
        const StageScope writing(Stage::write);
        digest.add(piece);
        size += piece.size();
        file.add(piece);
      });
    }
    const Status written = file.finish();
    outcome.entry = {artifact.path, size, digest.hex()};
    if (!written) outcome.error = written.error();
    return outcome;
  }

  Outcome write_whole(const PlannedArtifact& artifact) const {
    Outcome outcome;
    const auto bytes = bytes_of(artifact, outcome);
    if (!bytes) return outcome;
    outcome.entry = {artifact.path, bytes->size(), sha256_hex(*bytes)};
    const Status written =
        write_new_file(disk_, join_path(root_, artifact.path), *bytes, old_.find(artifact.path));
    if (!written) outcome.error = written.error();
    return outcome;
  }

  static std::string render(const PlannedArtifact& artifact) {
    const StageScope making(artifact.path.ends_with(".html") ? Stage::pages : Stage::data);
    return artifact.render();
  }

  std::optional<std::string> bytes_of(const PlannedArtifact& artifact, Outcome& outcome) const {
    if (artifact.copy_from.empty()) return render(artifact);
    if (artifact.path == kManifestName) {
      outcome.left_out = fmt::format("{} is not in the site: its name is the manifest's",
                                     safe_path(artifact.copy_from));
      return std::nullopt;
    }
    ReadOutcome read = project_.read(artifact.copy_from, kCopyLimit);
    if (read.failure == ReadFailure::none) return std::move(read.bytes);
    outcome.left_out = fmt::format("{} is not in the site: {}", safe_path(artifact.copy_from),
                                   why_unreadable(read));
    return std::nullopt;
  }

  OutputDisk& disk_;
  const std::string& root_;
  const OldSite& old_;
  const Files& project_;
  FileObserver* observer_;
};

// Outcomes parallel to `artifacts`; after an error those that had not begun stay empty.
std::vector<Outcome> write_artifacts(const ArtifactWriter& writer,
                                     const std::vector<PlannedArtifact>& artifacts,
                                     unsigned threads) {
  std::vector<Outcome> outcomes(artifacts.size());
  std::atomic<bool> failed = false;
  for_each_index(artifacts.size(), threads, [&](std::size_t i) {
    if (failed) return;
    outcomes[i] = writer.write(artifacts[i]);
    if (outcomes[i].error) failed = true;
  });
  return outcomes;
}

Result<WriteSummary> finish_site(OutputDisk& disk, const std::string& root, const OldSite& old,
                                 std::vector<Outcome> outcomes) {
  WriteSummary summary;
  std::vector<ManifestEntry> entries;
  for (Outcome& outcome : outcomes) {
    if (outcome.error) return *outcome.error;
    if (!outcome.left_out.empty()) {
      summary.left_out.push_back(std::move(outcome.left_out));
      continue;
    }
    summary.bytes += outcome.entry.size;
    entries.push_back(std::move(outcome.entry));
  }
  std::ranges::sort(entries, {}, &ManifestEntry::path);
  const std::string manifest = render_manifest(entries);
  summary.files = entries.size() + 1;
  summary.bytes += manifest.size();
  const Status written = write_new_file(disk, join_path(root, kManifestName), manifest,
                                        old.find(std::string(kManifestName)));
  if (!written) return written.error();
  return summary;
}

// A message about a file of the staging folder, told of the folder that people know.
Error about(const std::string& folder, const std::string& staging, Error error) {
  const auto at = error.message.find(staging);
  if (at != std::string::npos) error.message.replace(at, staging.size(), folder);
  error.help = error.help.empty() ? "the site is as it was before" : error.help;
  return error;
}

}  // namespace

Result<WriteSummary> write_site(const OutputClaim& claim,
                                const std::vector<PlannedArtifact>& artifacts, const Files& project,
                                unsigned threads, FileObserver* observer) {
  const StageScope stage(Stage::write);
  auto staging = StagingFolder::create(claim);
  if (!staging) return staging.error();
  const auto failed = [&](const Error& error) {
    return about(claim.target(), staging->path(), error);
  };
  const Status folders = create_folders(claim.disk(), staging->path(), artifacts);
  if (!folders) return failed(folders.error());
  const OldSite old(claim.disk(), claim.target(), staging->path());
  const ArtifactWriter writer(claim.disk(), staging->path(), old, project, observer);
  auto summary =
      finish_site(claim.disk(), staging->path(), old, write_artifacts(writer, artifacts, threads));
  if (!summary) return failed(summary.error());
  const Status published = staging->publish();
  if (!published) return failed(published.error());
  return summary;
}

}  // namespace runbookc
