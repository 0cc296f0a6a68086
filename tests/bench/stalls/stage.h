#pragma once

#include "sandbox/sandbox.h"

#include <QTemporaryDir>
#include <QWidget>

#include <functional>
#include <memory>

namespace poolscope {
class Application;
}
namespace poolscope::database {
class Connection;
}

namespace poolscope::bench {

// A profile of its own in a temporary folder, with a sandbox whose database was filled directly, and the program's whole
// window on it.
class Stage
{
public:
    using Fill = std::function<bool(database::Connection &database)>;

    explicit Stage(const Fill &fill = {});
    ~Stage();

    bool isReady() const { return m_application != nullptr; }
    const sandbox::DemoPool &pool() const { return m_pool; }
    QUrl endpoint() const; // of the sandbox

    QWidget *window() const { return m_window; }
    void showPage(const char *id);
    // Of the window, by its object name; null where it is not there.
    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

private:
    bool prepare(const Fill &fill);
    void open();

    QTemporaryDir m_profile;
    sandbox::DemoPool m_pool;
    quint16 m_port = 0;
    std::unique_ptr<Application> m_application;
    QWidget *m_window = nullptr;
};

// Adds so many confirmed users to the demo pool, each with these further attributes ('["name","value"],...').
bool addUsers(database::Connection &database, int count, const QString &furtherAttributes = {});

} // namespace poolscope::bench
