// From starting the program to its first painted window, and its memory two seconds later, beside an empty Qt 6
// window; runs interleaved, medians of eleven. Makes an X server of its own, which has no window manager.
#include <xcb/damage.h>
#include <xcb/xcb.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
constexpr int runs = 11;
constexpr auto patience = std::chrono::seconds(20);
constexpr int smallest = 300; // pixels; what is smaller is not the window

struct Measured
{
    double milliseconds = -1; // to the first paint; -1: no window came
    double rssMb = 0;
    double pssMb = 0;
};

pid_t start(const std::vector<std::string> &command)
{
    const pid_t pid = fork();
    if (pid != 0)
        return pid;
    std::vector<char *> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

void stop(pid_t pid)
{
    kill(pid, SIGTERM);
    int status = 0;
    waitpid(pid, &status, 0);
}

// Xvfb writes the number of the display it took to a pipe.
pid_t startServer()
{
    int ends[2];
    if (pipe(ends) != 0)
        return -1;
    const pid_t pid =
        start({"Xvfb", "-noreset", "-displayfd", std::to_string(ends[1]), "-screen", "0", "1600x1000x24"});
    close(ends[1]);
    char number[16] = {};
    const ssize_t length = read(ends[0], number, sizeof number - 1);
    close(ends[0]);
    if (length <= 0)
        return -1;
    setenv("DISPLAY", (":" + std::to_string(std::atoi(number))).c_str(), 1);
    return pid;
}

double megabytes(pid_t pid, const char *name)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    std::string line;
    while (std::getline(file, line)) {
        if (line.rfind(name, 0) == 0)
            return double(std::atol(line.c_str() + std::strlen(name))) / 1024;
    }
    return 0;
}

// Listens to whatever is drawn on the screen.
class Watcher
{
public:
    Watcher()
        : m_connection(xcb_connect(nullptr, nullptr))
    {
        if (xcb_connection_has_error(m_connection))
            return;
        const xcb_query_extension_reply_t *extension = xcb_get_extension_data(m_connection, &xcb_damage_id);
        if (!extension || !extension->present)
            return;
        free(xcb_damage_query_version_reply(m_connection, xcb_damage_query_version(m_connection, 1, 1), nullptr));
        m_damageEvent = static_cast<uint8_t>(extension->first_event + XCB_DAMAGE_NOTIFY);
        // The root's damage is that of all windows, and it is there before there is any.
        xcb_damage_create(m_connection, xcb_generate_id(m_connection),
                          xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root,
                          XCB_DAMAGE_REPORT_LEVEL_RAW_RECTANGLES);
        free(xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr));
        takeEvents(); // a new damage begins with the whole screen
    }
    ~Watcher() { xcb_disconnect(m_connection); }
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;

    // False when nothing large was painted in time.
    bool waitForPaint(Clock::time_point until)
    {
        while (!takeEvents()) {
            if (Clock::now() >= until || m_damageEvent == 0)
                return false;
            pollfd waiting{xcb_get_file_descriptor(m_connection), POLLIN, 0};
            poll(&waiting, 1, 50);
        }
        return true;
    }

private:
    // Whether something large was painted.
    bool takeEvents()
    {
        bool large = false;
        while (xcb_generic_event_t *event = xcb_poll_for_event(m_connection)) {
            const auto *damage = reinterpret_cast<const xcb_damage_notify_event_t *>(event);
            if ((event->response_type & 0x7f) == m_damageEvent && damage->area.width > smallest &&
                damage->area.height > smallest)
                large = true;
            free(event);
        }
        return large;
    }

    xcb_connection_t *m_connection;
    uint8_t m_damageEvent = 0; // none: the server has no such extension
};

Measured measure(const std::vector<std::string> &command)
{
    Watcher watcher;
    const auto began = Clock::now();
    const pid_t pid = start(command);
    Measured result;
    if (watcher.waitForPaint(began + patience))
        result.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
    std::this_thread::sleep_for(std::chrono::seconds(2)); // what comes after the first paint, such as the sandbox
    result.rssMb = megabytes(pid, "Rss:");
    result.pssMb = megabytes(pid, "Pss:");
    stop(pid);
    return result;
}

double median(const std::vector<Measured> &all, double Measured::*member)
{
    std::vector<double> values;
    values.reserve(all.size());
    for (const Measured &one : all)
        values.push_back(one.*member);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void report(const char *name, const char *unit, const std::vector<Measured> &ours, const std::vector<Measured> &empty,
            double Measured::*member)
{
    const double our = median(ours, member);
    const double theirs = median(empty, member);
    std::printf("%-24s Poolscope %7.1f %s   empty window %7.1f %s   ratio %.2f\n", name, our, unit, theirs, unit,
                our / theirs);
}

bool allPainted(const std::vector<Measured> &all)
{
    return std::all_of(all.begin(), all.end(), [](const Measured &one) { return one.milliseconds >= 0; });
}

} // namespace

int main()
{
    const pid_t server = startServer();
    if (server < 0) {
        std::fputs("Xvfb could not be started.\n", stderr);
        return 1;
    }
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("poolscope-bench-" + std::to_string(getpid()));
    const std::string profile = (folder / "profile").string();
    std::filesystem::create_directories(folder / "runtime");
    std::filesystem::permissions(folder / "runtime", std::filesystem::perms::owner_all);
    setenv("XDG_RUNTIME_DIR", (folder / "runtime").c_str(), 1);
    const std::vector<std::string> program{POOLSCOPE_PROGRAM, "--profile-dir",  profile,
                                           "--no-keychain",   "--sandbox-port", "0"};
    measure({EMPTY_WINDOW}); // from the disk, and the sandbox's first start: not counted
    measure(program);
    std::vector<Measured> empty, ours;
    for (int i = 0; i < runs; ++i) {
        empty.push_back(measure({EMPTY_WINDOW}));
        ours.push_back(measure(program));
    }
    stop(server);
    std::filesystem::remove_all(folder);
    if (!allPainted(empty) || !allPainted(ours)) {
        std::fputs("A window was not painted within 20 s.\n", stderr);
        return 1;
    }
    report("first paint", "ms", ours, empty, &Measured::milliseconds);
    report("memory, resident", "MB", ours, empty, &Measured::rssMb);
    report("memory, shared by users", "MB", ours, empty, &Measured::pssMb);
    return 0;
}
