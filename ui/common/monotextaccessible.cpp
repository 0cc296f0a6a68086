#include "ui/common/monotextaccessible.h"

#include "ui/common/monotextview.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace poolscope::ui {

namespace {

// A megabyte in one answer over the bus would stall both sides.
constexpr qsizetype toldCharacters = 100'000;

class MonoTextAccessible final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit MonoTextAccessible(MonoTextView *view)
        : QAccessibleWidget(view, QAccessible::EditableText)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    int characterCount() const override { return int(qMin(view()->textSize(), toldCharacters)); }

    QString text(int start, int end) const override
    {
        const int from = qBound(0, start, characterCount());
        return view()->textPart(from, qBound(from, end, characterCount()) - from);
    }
    using QAccessibleWidget::text;

    void selection(int index, int *start, int *end) const override
    {
        const bool isOurs = index == 0 && selectionCount() == 1;
        *start = isOurs ? int(qMin(view()->anchor(), view()->cursor())) : 0;
        *end = isOurs ? int(qMax(view()->anchor(), view()->cursor())) : 0;
    }

    int selectionCount() const override { return view()->anchor() == view()->cursor() ? 0 : 1; }
    void addSelection(int start, int end) override { view()->select(start, end); }
    void removeSelection(int) override { view()->select(view()->cursor(), view()->cursor()); }
    void setSelection(int, int start, int end) override { view()->select(start, end); }
    int cursorPosition() const override { return int(view()->cursor()); }
    void setCursorPosition(int position) override { view()->select(position, position); }

    QRect characterRect(int offset) const override
    {
        const QRect inViewport = view()->rectAt(offset);
        return {view()->viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
    }

    int offsetAtPoint(const QPoint &point) const override
    {
        return int(view()->positionAt(view()->viewport()->mapFromGlobal(point)));
    }

    void scrollToSubstring(int start, int) override { view()->scrollTo(start); }

    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    MonoTextView *view() const { return static_cast<MonoTextView *>(widget()); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<MonoTextView *>(object);
    return view ? new MonoTextAccessible(view) : nullptr;
}

} // namespace

void installMonoTextAccessible()
{
    QAccessible::installFactory(makeInterface); // asked once, however often it is installed
}

} // namespace poolscope::ui
