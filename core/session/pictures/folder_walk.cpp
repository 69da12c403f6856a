#include "core/session/pictures/folder_walk.h"

#include "core/session/pictures/picture_file.h"

#include <QString>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace gan {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kTellEvery = 256; // names

class Walk {
public:
    Walk(const fs::path& root, const LoadStep& step)
        : m_root(root)
        , m_step(step)
    {
    }

    FolderContent result()
    {
        std::error_code error;
        enter(m_root, error);
        if (error)
            throw Error(GE_TR("The folder %1 cannot be read: %2."), {m_root.string(), error.message()});
        while (!m_folders.empty() || !m_links.empty()) {
            std::set<fs::path>& next = m_folders.empty() ? m_links : m_folders;
            const fs::path folder = *next.begin();
            next.erase(next.begin());
            enter(folder, error);
            if (error)
                refuse(folder, GE_TR("The folder cannot be read."));
        }
        std::sort(m_content.files.begin(), m_content.files.end(),
                  [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
        return std::move(m_content);
    }

private:
    std::string below(const fs::path& path) const { return path.lexically_relative(m_root).string(); }
    void refuse(const fs::path& path, const char* why) { m_content.unusable.push_back({below(path), why}); }

    void enter(const fs::path& folder, std::error_code& error)
    {
        const fs::path real = fs::canonical(folder, error);
        if (error || !m_visited.insert(real.string()).second)
            return;
        fs::directory_iterator entry(folder, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            if (++m_names % kTellEvery == 0)
                tell(m_step, static_cast<std::int64_t>(m_content.files.size()), 0);
            look(*entry);
        }
    }

    void look(const fs::directory_entry& entry)
    {
        if (entry.path().filename().native().front() == '.')
            return;
        std::error_code error;
        if (entry.is_directory(error))
            (entry.is_symlink(error) ? m_links : m_folders).insert(entry.path());
        else if (hasPictureName(QString::fromStdString(entry.path().string())))
            lookAtFile(entry);
    }

    void lookAtFile(const fs::directory_entry& entry)
    {
        std::error_code error;
        if (!entry.is_regular_file(error)) // a pipe would wait for ever
            return refuse(entry.path(), GE_TR("It is not a file that can be read."));
        if (faccessat(AT_FDCWD, entry.path().c_str(), R_OK, AT_EACCESS) != 0)
            return refuse(entry.path(), GE_TR("The file cannot be opened."));
        const auto size = entry.file_size(error);
        const auto changed = entry.last_write_time(error).time_since_epoch().count();
        if (error)
            return refuse(entry.path(), GE_TR("It is not a file that can be read."));
        m_content.files.push_back({below(entry.path()), static_cast<std::int64_t>(size), changed});
    }

    fs::path m_root;
    const LoadStep& m_step;
    FolderContent m_content;
    // Still to be entered. Real folders go before links, and both by name: which of two ways to a folder
    // counts must not depend on the order of the file system.
    std::set<fs::path> m_folders, m_links;
    std::set<std::string> m_visited;
    std::int64_t m_names = 0;
};

} // namespace

FolderContent findPictures(const std::string& folder, const LoadStep& step)
{
    return Walk(folder, step).result();
}

} // namespace gan
