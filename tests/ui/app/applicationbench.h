#pragma once

#include "app/application.h"

#include <QTemporaryDir>

#include <memory>

namespace poolscope::ui {

class Callout;
class MainWindow;

// The program's window over a profile in a temporary folder; secrets in memory where no keychain is given.
class ApplicationBench final
{
public:
    bool write(const QString &file, const QByteArray &bytes) const; // into the profile
    QString path(const QString &file) const { return m_profile.filePath(file); }
    QString sandboxFile() const { return path(QStringLiteral("sandbox/sandbox.db")); }
    // Runs the sandbox once, so that its data is there.
    bool makeSandbox() const;
    // SQL statements on the sandbox's data, also while it runs; false where one fails.
    bool change(const QStringList &statements) const;

    // Port 0: any.
    void start(quint16 sandboxPort = 0, std::unique_ptr<secrets::KeychainBackend> keychain = {});
    MainWindow *window() const { return m_window; }
    Callout *banner(const QString &id) const; // null while it is not shown

private:
    QTemporaryDir m_profile;
    std::unique_ptr<Application> m_application;
    MainWindow *m_window = nullptr;
};

} // namespace poolscope::ui
