// From starting the program to its first painted window, and its memory two seconds later, beside an empty Qt 6
// window; runs interleaved, medians of seven. Makes an X server of its own.
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
constexpr int runs = 7;
constexpr auto patience = std::chrono::seconds(20);

struct Measured
{
    double milliseconds = -1; // to the first paint; -1: no window came
    long rssKb = 0;
    long pssKb = 0;
};

pid_t start(const std::vector<std::string> &command)
{
    const pid_t pid = fork();
    if (pid != 0)
        return pid;
    std::vector<char *> arguments;
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
    const pid_t pid = start({"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0", "1600x1000x24"});
    close(ends[1]);
    char number[16] = {};
    const ssize_t length = read(ends[0], number, sizeof number - 1);
    close(ends[0]);
    if (length <= 0)
        return -1;
    setenv("DISPLAY", (":" + std::to_string(std::atoi(number))).c_str(), 1);
    return pid;
}

long kilobytes(pid_t pid, const char *name)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    std::string line;
    while (std::getline(file, line)) {
        if (line.rfind(name, 0) == 0)
            return std::atol(line.c_str() + std::strlen(name));
    }
    return 0;
}

// Waits for a large window and for something to be drawn in it: the first damage is the empty window itself.
bool waitForPaint(xcb_connection_t *connection, uint8_t damageEvent, Clock::time_point until)
{
    int damages = 0;
    while (Clock::now() < until) {
        pollfd waiting{xcb_get_file_descriptor(connection), POLLIN, 0};
        poll(&waiting, 1, 50);
        while (xcb_generic_event_t *event = xcb_poll_for_event(connection)) {
            const uint8_t type = event->response_type & 0x7f;
            if (type == XCB_MAP_NOTIFY) {
                const auto *mapped = reinterpret_cast<xcb_map_notify_event_t *>(event);
                xcb_damage_create(connection, xcb_generate_id(connection), mapped->window,
                                  XCB_DAMAGE_REPORT_LEVEL_RAW_RECTANGLES);
                xcb_flush(connection);
            } else if (type == damageEvent + XCB_DAMAGE_NOTIFY) {
                const auto *damage = reinterpret_cast<xcb_damage_notify_event_t *>(event);
                if (damage->area.width > 50 && damage->area.height > 50)
                    ++damages;
            }
            free(event);
            if (damages >= 1)
                return true;
        }
    }
    return false;
}

Measured measure(const std::vector<std::string> &command)
{
    xcb_connection_t *connection = xcb_connect(nullptr, nullptr);
    const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(connection)).data;
    const uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(connection, screen->root, XCB_CW_EVENT_MASK, &mask);
    free(xcb_damage_query_version_reply(connection, xcb_damage_query_version(connection, 1, 1), nullptr));
    const uint8_t damageEvent = xcb_get_extension_data(connection, &xcb_damage_id)->first_event;
    xcb_flush(connection);

    const auto began = Clock::now();
    const pid_t pid = start(command);
    Measured result;
    if (waitForPaint(connection, damageEvent, began + patience))
        result.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
    std::this_thread::sleep_for(std::chrono::seconds(2)); // what comes after the first paint, such as the sandbox
    result.rssKb = kilobytes(pid, "Rss:");
    result.pssKb = kilobytes(pid, "Pss:");
    stop(pid);
    xcb_disconnect(connection);
    return result;
}

template<class Value>
Value median(std::vector<Value> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void report(const char *name, const std::vector<Measured> &all)
{
    std::vector<double> times;
    std::vector<long> rss, pss;
    for (const Measured &one : all) {
        times.push_back(one.milliseconds);
        rss.push_back(one.rssKb);
        pss.push_back(one.pssKb);
    }
    std::printf("%-14s first paint %6.0f ms   RSS %5.1f MB   PSS %5.1f MB\n", name, median(times),
                double(median(rss)) / 1024, double(median(pss)) / 1024);
}

} // namespace

int main()
{
    const pid_t server = startServer();
    if (server < 0) {
        std::fputs("Xvfb could not be started.\n", stderr);
        return 1;
    }
    const std::string profile =
        (std::filesystem::temp_directory_path() / ("poolscope-bench-" + std::to_string(getpid()))).string();
    std::vector<Measured> empty, poolscope;
    for (int i = 0; i < runs; ++i) {
        empty.push_back(measure({EMPTY_WINDOW}));
        poolscope.push_back(
            measure({POOLSCOPE_PROGRAM, "--profile-dir", profile, "--no-keychain", "--sandbox-port", "0"}));
    }
    report("empty window", empty);
    report("Poolscope", poolscope);
    stop(server);
    std::filesystem::remove_all(profile);
    return 0;
}
