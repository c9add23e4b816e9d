// `runbookc serve` as a browser and a writer meet it.
#include <signal.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "e2e/process.h"
#include "e2e/sample_project.h"
#include "e2e/server_process.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

std::string body_of(const std::string& answer) {
  const auto end = answer.find("\r\n\r\n");
  return end == std::string::npos ? "" : answer.substr(end + 4);
}

std::string without(std::string text, const std::string& part) {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.erase(at, part.size());
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const auto from = text.find(begin);
  REQUIRE(from != std::string::npos);
  return text.substr(from, text.find(end, from) + end.size() - from);
}

}  // namespace

TEST_CASE("serve serves what build writes, with one script more") {
  const TempFolder folder;
  write_sample_project(folder);
  REQUIRE(run_in(folder.path(), {"build", "-q"}).exit_code == 0);
  const ServerProcess server(folder.path());
  for (const char* page : {"index.html", "good.html", "_/health.html"}) {
    CAPTURE(page);
    const std::string served = body_of(server.get("/" + std::string(page)));
    const std::string script = between(served, "<script src=\"/_/live.js\"", "</script>\n");
    CHECK(without(without(served, script), "connect-src 'self'; ") ==
          folder.read("site/" + std::string(page)));
  }
  for (const char* file : {"index.json", "commands.json", "good.md", "_/reviews.ics"}) {
    CAPTURE(file);
    CHECK(body_of(server.get("/" + std::string(file))) == folder.read("site/" + std::string(file)));
  }
  CHECK(body_of(server.get("/")) == body_of(server.get("/index.html")));
}

TEST_CASE("what is served says what it is and is not kept") {
  const TempFolder folder;
  write_sample_project(folder);
  const ServerProcess server(folder.path());
  const std::string page = server.get("/good.html");
  CHECK(page.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(contains(page, "Content-Type: text/html; charset=utf-8\r\n"));
  CHECK(contains(page, "Cache-Control: no-store\r\n"));
  CHECK(contains(page, "X-Content-Type-Options: nosniff\r\n"));
  CHECK(contains(server.get("/_/live.js"), "Content-Type: text/javascript; charset=utf-8\r\n"));
  CHECK(contains(server.get("/_/live.css"), "Content-Type: text/css; charset=utf-8\r\n"));
}

TEST_CASE("serve answers to this machine's names only, and to nothing but reading") {
  const TempFolder folder;
  write_sample_project(folder);
  const ServerProcess server(folder.path());
  const std::string port = std::to_string(server.port());
  CHECK(server.get("/", "127.0.0.1:" + port).starts_with("HTTP/1.1 200 "));
  for (const std::string& host :
       {"evil.example:" + port, "localhost.evil.example:" + port, std::string("localhost:1")}) {
    const std::string answer = server.get("/", host);
    CHECK(answer.starts_with("HTTP/1.1 403 "));
    CHECK_FALSE(contains(answer, "Sample"));
  }
  CHECK(server
            .send("DELETE /good.html HTTP/1.1\r\nHost: localhost:" + port +
                  "\r\nConnection: close\r\n\r\n")
            .starts_with("HTTP/1.1 405 "));
}

TEST_CASE("no path and no link leads out of the site") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("secret.txt", "the secret");
  folder.write("content/pages.md", kGoodPage + "\n![one](link.png) ![two](fine.png)\n");
  folder.write("content/fine.png", "a picture");
  fs::create_symlink(folder.path("secret.txt"), folder.path("content/link.png"));
  fs::create_symlink("/etc/passwd", folder.path("content/passwd.md"));
  const ServerProcess server(folder.path());
  CHECK(body_of(server.get("/fine.png")) == "a picture");
  for (const char* path :
       {"/link.png", "/passwd.md", "/passwd.html", "/secret.txt", "/../secret.txt",
        "/_/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//etc/passwd",
        "/content/good.md", "/runbookc.yaml", "/owners.yaml"}) {
    CAPTURE(path);
    const std::string answer = server.get(path);
    CHECK(answer.starts_with("HTTP/1.1 404 "));
    CHECK_FALSE(contains(answer, "the secret"));
    CHECK_FALSE(contains(answer, "root:"));
  }
  fs::remove(folder.path("content/fine.png"));
  fs::create_symlink(folder.path("secret.txt"), folder.path("content/fine.png"));
  CHECK(server.comes_to_hold("/fine.png", "404 Not Found"));
}

TEST_CASE("a save shows, and so do new, renamed and removed pages") {
  const TempFolder folder;
  write_sample_project(folder);
  ServerProcess server(folder.path());
  CHECK_FALSE(contains(server.get("/good.html"), "Look twice"));
  folder.write("content/good.md", kGoodPage + "\nLook twice.\n");
  CHECK(server.comes_to_hold("/good.html", "Look twice"));
  CHECK(server.comes_to_say("content/good.md: renewed in "));
  CHECK(contains(server.err(), "0 errors, 0 warnings"));

  folder.write("content/db/new.md", kGoodPage);
  CHECK(server.comes_to_hold("/db/new.html", "A good page"));
  fs::rename(folder.path("content/db"), folder.path("content/sql"));
  CHECK(server.comes_to_hold("/sql/new.html", "A good page"));
  CHECK(server.comes_to_hold("/db/new.html", "404 Not Found"));
  fs::remove_all(folder.path("content/sql"));
  CHECK(server.comes_to_hold("/sql/new.html", "404 Not Found"));
}

TEST_CASE("templates, words, style, owners and the project file show, too") {
  const TempFolder folder;
  write_sample_project(folder);
  const ServerProcess server(folder.path());
  folder.write("templates/footer.mustache", "<footer>our own</footer></body></html>\n");
  CHECK(server.comes_to_hold("/good.html", "our own"));
  folder.write("runbookc.yaml", "site: { title: Another }\n");
  CHECK(server.comes_to_hold("/good.html", "Another"));
  folder.write("content/owners.yaml", "owners: [{ id: dba, name: Data people, kind: team }]\n");
  CHECK(server.comes_to_hold("/good.html", "Data people"));
  folder.write("schemas/types/page.json", R"({"type": "object", "required": ["audience"]})");
  CHECK(server.comes_to_hold("/_/live.json?path=/good.html", "audience"));
}

TEST_CASE("a page is told what is found in it") {
  const TempFolder folder;
  write_sample_project(folder);
  const ServerProcess server(folder.path());
  CHECK(contains(server.get("/_/live.json?path=/good.html"), "\"findings\": []"));
  folder.write("content/good.md", kGoodPage + "\n[gone](gone.md)\n");
  CHECK(server.comes_to_hold("/_/live.json?path=/good.html", "target-missing"));
  CHECK_FALSE(contains(server.get("/_/live.json?path=/_/health.html"), "target-missing"));
}

TEST_CASE("broken edits leave the last good site standing, and are told") {
  const TempFolder folder;
  write_sample_project(folder);
  ServerProcess server(folder.path());
  struct Edit {
    const char* file;
    const char* broken;
    const char* fault;
  };
  for (const Edit& edit : {Edit{"runbookc.yaml", "site: { titel: Sample }\n", "titel"},
                           Edit{"templates/page.mustache", "{{#open}}", "open"},
                           Edit{"templates/words.en.json", "{", "words.en.json"},
                           Edit{"schemas/types/page.json", "{\"type\": 1}", "page.json"},
                           Edit{"content/owners.yaml", "owners: [{ nam: x }]\n", "nam"}}) {
    CAPTURE(edit.file);
    const bool existed = folder.has(edit.file);
    const std::string good = folder.read(edit.file);
    folder.write(edit.file, edit.broken);
    CHECK(server.comes_to_hold("/_/live.json?path=/good.html", edit.fault));
    CHECK(server.get("/good.html").starts_with("HTTP/1.1 200 "));
    CHECK(contains(server.get("/good.html"), "A good page"));
    if (existed) {
      folder.write(edit.file, good);
    } else {
      fs::remove(folder.path(edit.file));
    }
    CHECK(server.comes_to_hold("/_/live.json?path=/good.html", "\"error\": null"));
  }
  CHECK(contains(server.err(), "the site is as it was before"));
  fs::remove(folder.path("content/good.md"));
  CHECK(server.comes_to_say("there is no document"));
  CHECK(contains(server.get("/good.html"), "A good page"));
}

TEST_CASE("serve ends cleanly when it is interrupted") {
  const TempFolder folder;
  write_sample_project(folder);
  for (const int signal : {SIGINT, SIGTERM}) {
    ServerProcess server(folder.path());
    CHECK(contains(server.out(), "serving http://127.0.0.1:"));
    CHECK(server.end(signal) == 0);
    CHECK(server.err().empty());
  }
}

TEST_CASE("serve writes nothing") {
  const TempFolder folder;
  write_sample_project(folder);
  const ServerProcess server(folder.path());
  CHECK(contains(server.get("/"), "Sample"));
  CHECK_FALSE(folder.has("site"));
}

TEST_CASE("serve says what keeps it from starting") {
  const TempFolder folder;
  write_sample_project(folder);
  const ServerProcess server(folder.path());
  const auto taken = run_in(folder.path(), {"serve", "--port", std::to_string(server.port())});
  CHECK(taken.exit_code == 2);
  CHECK(contains(taken.err, "is taken by another program"));
  CHECK(contains(taken.err, "--port"));

  const auto no_port = run_in(folder.path(), {"serve", "--port", "65536"});
  CHECK(no_port.exit_code == 2);
  CHECK(contains(no_port.err, "'65536' is no port"));

  folder.write("runbookc.yaml", "titel: x\n");
  const auto broken = run_in(folder.path(), {"serve", "--port", "0"});
  CHECK(broken.exit_code == 2);
  CHECK(contains(broken.err, "runbookc.yaml:1:1"));
}

}  // namespace runbookc
