#pragma once

#include <QMimeData>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace poolscope::ui {

// Where secrets are copied: tokens, codes, client secrets, passwords that are shown. Marked for clipboard managers as
// not to be kept; taken away after a while and when this goes, unless something else was copied meanwhile. A program
// that is killed leaves it. Made once, by app; GUI thread.
class SecretClipboard final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds keptFor{60};

    explicit SecretClipboard(std::chrono::milliseconds kept = keptFor, QObject *parent = nullptr);
    ~SecretClipboard() override;

    void copy(const QString &secret); // an empty one is not copied
    bool isHeld() const;              // the clipboard still holds what was copied last

signals:
    void copied();
    void ended(); // it was taken away after its time, or something else was copied

private:
    void clear();

    QPointer<QMimeData> m_held; // the clipboard's; gone once it holds something else
    QTimer m_kept;
};

} // namespace poolscope::ui
