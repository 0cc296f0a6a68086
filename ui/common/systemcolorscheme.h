#pragma once

#include <QObject>

class QDBusVariant;

namespace poolscope::ui {

// The desktop's wish for light or dark, from the XDG settings portal (org.freedesktop.appearance, color-scheme), as
// Qt 6.4 has no colorScheme(). Quiet where there is no bus or no portal. Start it after the first paint.
class SystemColorScheme final : public QObject
{
    Q_OBJECT

public:
    explicit SystemColorScheme(QObject *parent = nullptr);
    void start();

signals:
    void darkChanged(bool dark); // also once for the first answer, if the desktop has a wish

private slots:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(uint colorScheme);
};

} // namespace poolscope::ui
