#pragma once

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QSpinBox;

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope::ui {

class Form;

// Moves the sandbox's clock by an amount, forward or back, or to a moment. Opened, never exec'd.
class ClockDialog final : public QDialog
{
    Q_OBJECT

public:
    // The sandbox outlives the dialog.
    explicit ClockDialog(sandbox::Sandbox &sandbox, QWidget *parent = nullptr);

private:
    enum class Way { Forward, Back, Moment };

    void buildFields();
    QWidget *buildAmount();
    QWidget *buildButtons();
    Way way() const;
    qint64 amountMs() const; // signed, by way()
    qint64 wantedOffsetMs() const;
    void followWay();
    void showOutcome();
    void move();

    sandbox::Sandbox &m_sandbox;
    Form *m_form = nullptr;
    QComboBox *m_way = nullptr;
    QWidget *m_amountRow = nullptr;
    QSpinBox *m_amount = nullptr;
    QComboBox *m_unit = nullptr;
    QDateTimeEdit *m_moment = nullptr;
    QLabel *m_outcome = nullptr;
};

} // namespace poolscope::ui
