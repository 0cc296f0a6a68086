#pragma once

#include "ui/common/theme.h"
#include "ui/shell/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

class QSettings;

namespace poolscope::ui {

// The main window with made-up pages, for the tests of what it does by itself.
class MainWindowBench : public QObject
{
protected:
    void open();
    void close();
    MainWindow *make(QSettings *settings = nullptr);
    PageFactory page(const QString &id, const QString &title, Section section);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_made;
};

} // namespace poolscope::ui
