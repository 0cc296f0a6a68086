#pragma once

#include <QObject>
#include <QString>

namespace poolscope::sandbox {
class Sandbox;
}
namespace poolscope::ui {
class Banners;
}

namespace poolscope {

// The notice above every page while the sandbox of this program is not as a service would be: its clock was moved, or
// faults are on in it; each with the one click back. Only while the window works with the sandbox: of a service it would
// be wrong.
class SandboxNotices final : public QObject
{
    Q_OBJECT

public:
    // Both outlive this.
    SandboxNotices(sandbox::Sandbox &sandbox, ui::Banners &banners, QObject *parent = nullptr);

    void setShown(bool shown);

private:
    void show();
    QString title(bool clockMoved, bool faultsOn) const;

    sandbox::Sandbox &m_sandbox;
    ui::Banners &m_banners;
    bool m_shown = false;
    QString m_text; // of the notice that is shown
};

} // namespace poolscope
