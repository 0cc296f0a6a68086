#pragma once

#include <QSize>
#include <QString>

#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

class QWidget;

namespace poolscope::ui {

// Thrown by make and prepare where a state did not come about: the picture would show another one.
class StateMissed final : public std::runtime_error
{
public:
    explicit StateMissed(const QString &what)
        : std::runtime_error(what.toStdString())
    {
    }
};

// One picture: how a screen looks in one state.
struct Shot
{
    QString id; // "signup-confirm-wrong-code": the file's name
    QSize size;
    // Makes the widget and brings it into the state; it is shown, given a little time and taken. `keep` holds what the
    // widget needs for as long as it lives.
    std::function<std::unique_ptr<QWidget>(std::vector<std::shared_ptr<void>> &keep)> make;
    std::function<void(QWidget *)> prepare = {}; // after it was shown: open a panel, give the focus
};

class ShotList final
{
public:
    static constexpr QSize window{1280, 800};
    static constexpr QSize smallWindow{960, 600};

    void add(Shot shot) { m_shots.push_back(std::move(shot)); }
    const std::vector<Shot> &shots() const { return m_shots; }

private:
    std::vector<Shot> m_shots;
};

// A page in the main window, with navigation, connection and status as in the program.
using MakeWidget = std::function<QWidget *(QWidget *parent)>;
std::unique_ptr<QWidget> inMainWindow(const QString &pageId, const QString &title, MakeWidget page,
                                      MakeWidget mailbox = {}); // a mailbox stands beside the page

void addAllShots(ShotList &list); // generated: calls addShots_<name>() of every file in shots/

} // namespace poolscope::ui
